"""The rules: standard library only, frozen values, no clock, no files, no database."""
