namespace Ematix.Oracle.Tests;

/// <summary>A property does not hold.</summary>
/// <param name="message">A small case, and how product and oracle differ on it.</param>
internal sealed class PropertyFailedException(string message) : Exception(message);
