"""What can be asked: one question a file, always for somebody, answered with frozen values."""
