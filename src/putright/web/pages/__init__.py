"""Pages: one file each, with its form, its page value and its view; a template and an address of the same name."""
