"""What can be done and asked: actions (writes, one a file), queries (reads, always for an actor), facts of a case."""
