"""What follows from the facts of a profile at a date, worked out once; everything else reads it here."""
