"""Arrays, and short texts, kept and put down in little room."""
