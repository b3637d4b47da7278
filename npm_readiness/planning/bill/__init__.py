"""The law with a bill beside the law today: what the bill cures, leaves, weakens, on what it is silent, and what to amend in it."""
