"""What is django-helpdesk when it is the peer: its package, in an environment of its own, with settings of ours?"""
