namespace Ematix;

/// <summary>One row of a spine: an entity and the instant at which its features are asked for.</summary>
/// <typeparam name="TKey">With one key column its CLR type, with several the view's generated <c>Key</c>.</typeparam>
/// <param name="Key">The entity key.</param>
/// <param name="AsOf">The instant, with any offset; floored to the microsecond.</param>
public readonly record struct SpineRow<TKey>(TKey Key, DateTimeOffset AsOf)
    where TKey : notnull;
