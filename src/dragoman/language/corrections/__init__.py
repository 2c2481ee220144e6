"""Lines that take something back, put something right, or go on from what was told before."""
