"""What does `python -m putright` do? The same as the command `putright`."""

from putright.config.command_line import main

if __name__ == "__main__":
    raise SystemExit(main())
