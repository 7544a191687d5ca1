"""What a person asks for, one function a question."""
