"""The command line: arguments, one module a command, exit codes, and where output goes."""
