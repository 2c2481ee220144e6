"""What somebody wants with a sentence: to tell, to ask, to suppose, to take back, to steer."""
