"""What is remembered: the tables, their constraints and migrations; no rules."""
