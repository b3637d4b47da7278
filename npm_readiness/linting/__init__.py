"""How well a catalogue is made: what loads and works, and could still mislead those who answer it."""
