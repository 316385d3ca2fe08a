"""The quality of pictures, ours and those of others."""
