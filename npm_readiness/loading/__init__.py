"""From files to a catalogue and to profiles, with every reference between them checked."""
