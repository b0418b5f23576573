"""What does a member of staff type in who enters a complaint, and how does it become one?"""
