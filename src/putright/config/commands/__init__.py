"""Which commands are there? One file each: `register(subparsers)` says what it takes, `run(args)` does it."""
