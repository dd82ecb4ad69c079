using Ematix.Model;

namespace Ematix.Planning;

/// <summary>Whose an online snapshot is, and what others may do with it: what it must have again after it was built anew.</summary>
/// <param name="Owner">The owner's name.</param>
/// <param name="IsCallers">Whether the owner is the role that builds it.</param>
/// <param name="Grants">What was granted, the owner's own rights left out.</param>
internal sealed record SnapshotRights(string Owner, bool IsCallers, EquatableArray<SnapshotGrant> Grants);

/// <summary>One right of one role.</summary>
/// <param name="Column">The column that it is about, or null for all of the snapshot.</param>
/// <param name="Privilege">The privilege, as the server names it.</param>
/// <param name="Grantee">The role, or null for everyone (PUBLIC).</param>
/// <param name="IsGrantable">Whether the role may hand it on.</param>
internal sealed record SnapshotGrant(string? Column, string Privilege, string? Grantee, bool IsGrantable);
