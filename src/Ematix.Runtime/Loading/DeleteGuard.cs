using System.Globalization;
using Ematix.Model;
using Ematix.Sql;

namespace Ematix.Loading;

/// <summary>Refuses deletes that look like a broken source.</summary>
internal static class DeleteGuard
{
    public static void Check(FeatureViewModel view, long sourceRows, long keys, long absent, double maxFraction, bool allowEmptySource)
    {
        if (absent == 0 || (sourceRows == 0 && allowEmptySource))
            return;
        if (sourceRows == 0)
            throw Refusal(view, absent, keys, "the source is empty. If that is so, set AllowEmptySource");
        if (absent > maxFraction * keys)
            throw Refusal(view, absent, keys, $"that is more than MaxDeleteFraction ({maxFraction.ToString(CultureInfo.InvariantCulture)}). If the source is whole, raise it");
    }

    private static DeleteGuardException Refusal(FeatureViewModel view, long absent, long keys, string why) => new(
        string.Create(CultureInfo.InvariantCulture, $"The load of {Identifier.Table(view)} was refused: it would delete {absent} of {keys} key(s), and {why}. Nothing was loaded."),
        Identifier.Table(view), absent, keys);
}
