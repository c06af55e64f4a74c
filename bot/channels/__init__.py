"""What every channel stands on: a message's way to Rasa and back, whose it is, how it is kept."""
