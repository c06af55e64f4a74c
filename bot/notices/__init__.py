"""What staff say in front of all answers: a procedure is being checked, a banner for everyone."""
