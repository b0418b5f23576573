"""Fictional, deterministic data and personas, made only through casework."""
