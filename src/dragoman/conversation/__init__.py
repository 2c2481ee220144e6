"""What is said in a session, as pure steps: a state and a line in, a state and a reply out.

State lives with the caller; nothing here touches the disk, the clock or the screen.
"""
