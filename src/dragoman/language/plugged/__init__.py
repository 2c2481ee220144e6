"""Readers of others beside ours: asked in a process of their own, and what is let through of what they propose."""
