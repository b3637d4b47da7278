"""The roadmap: packages in an order that can be kept, what each unlocks, the fewest questions to raise, and dates."""
