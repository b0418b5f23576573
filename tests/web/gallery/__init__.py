"""Pages that exist only for the tests: every kind of question, a journey, a worklist and a case, in our own frame."""
