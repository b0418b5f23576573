"""What happens by itself: letters handed over to be carried, work done by the clock, and the loop that does both."""
