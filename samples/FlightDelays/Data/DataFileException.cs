namespace FlightDelays.Data;

/// <summary>An input file is missing or is not what it should be; the message says which, where and why.</summary>
public sealed class DataFileException(string message, Exception? innerException = null) : Exception(message, innerException);
