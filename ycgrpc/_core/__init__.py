"""The decisions of the client, shared by both colours: no socket, no clock, no thread, no loop."""
