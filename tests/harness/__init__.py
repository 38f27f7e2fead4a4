"""What tests share: a real server process, a recording sink, and readable transcripts."""
