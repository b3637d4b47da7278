"""What ``tools/mutate.py`` is made of: the changes, what each test reaches, and the processes in which mutants live."""
