"""What of a case goes on its page, and in which words?"""
