"""Putright: a published complaints procedure, made executable."""
