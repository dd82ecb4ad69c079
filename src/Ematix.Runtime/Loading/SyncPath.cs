namespace Ematix;

/// <summary>The way that a load's rows took.</summary>
public enum SyncPath
{
    /// <summary>A query on the store's own database: no row left the server.</summary>
    SameDatabase,

    /// <summary>A query on another database, whose rows were piped through.</summary>
    CrossDatabase,

    /// <summary>Rows that the client held.</summary>
    Client,
}
