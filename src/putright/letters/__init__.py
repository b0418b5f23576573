"""Facts in, document out: Markdown texts with front matter become tagged PDF."""
