"""What a message does, judged by its wording alone: asks, thanks, compares, picks, leans."""
