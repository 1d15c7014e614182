"""Knowledge folders: their file formats, loading them whole or not at all, and linting them."""
