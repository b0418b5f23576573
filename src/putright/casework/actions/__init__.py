"""What can be done: one action a file, and the list of files is the list of what people can do."""
