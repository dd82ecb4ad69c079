namespace Ematix;

/// <summary>The base of every error that the product raises on purpose. The message says what was refused, where, and what to do; nothing was half done.</summary>
public abstract class EmatixException : Exception
{
    private protected EmatixException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
