namespace Ematix.Oracle;

/// <summary>What a column is to its view.</summary>
public enum ColumnRole
{
    /// <summary>Part of the entity key.</summary>
    Key,

    /// <summary>The instant at which a row became true.</summary>
    EventTime,

    /// <summary>Anything else.</summary>
    Feature,
}
