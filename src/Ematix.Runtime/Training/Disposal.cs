using System.Runtime.ExceptionServices;

namespace Ematix.Training;

/// <summary>Disposes several things: one that fails holds up none of the others.</summary>
internal static class Disposal
{
    /// <summary>Disposes one after the other, and throws what failed first at the end.</summary>
    public static async Task AllAsync(params IEnumerable<IAsyncDisposable?> all)
    {
        ExceptionDispatchInfo? first = null;
        foreach (var each in all)
        {
            try
            {
                if (each is not null)
                    await each.DisposeAsync().ConfigureAwait(false);
            }
            catch (Exception error)
            {
                first ??= ExceptionDispatchInfo.Capture(error);
            }
        }

        first?.Throw();
    }

    /// <summary>The same after a failure, which is what is to be thrown: nothing is thrown here.</summary>
    public static async Task AfterFailureAsync(params IEnumerable<IAsyncDisposable?> all)
    {
        try
        {
            await AllAsync(all).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It came after the failure, and perhaps from it.
        }
    }
}
