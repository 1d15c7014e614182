"""What narrows a question, and what each entry of a knowledge base says and covers."""
