"""What the demo desk can hold beside the real seeds, plainly marked as invented."""
