"""What does Django ask for a page when it is used as its tutorial has it?"""
