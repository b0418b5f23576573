"""Wiring: typed settings, addresses, logging, the command line; imports all rooms, imported by none."""
